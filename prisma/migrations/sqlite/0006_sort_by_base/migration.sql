-- Names sort by their base first: the keys are made anew at the next start, as those of rows without any.
UPDATE "Document" SET "sortName" = '';
UPDATE "Folder" SET "sortName" = '';
