-- Public pages say how long a notice stands: they are made anew when the calendar changes.
call announce('holiday');
