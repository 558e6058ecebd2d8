-- A function says now which row a text is of; its columns change.
drop function letter_text_for(text, integer, date);
