-- Pages of readers tell which files a document has.
call announce('instrument_file');
