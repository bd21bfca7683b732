-- A column that may be empty can be added with its reference; making the table anew would drop what refers to it.
ALTER TABLE "AccessToken" ADD COLUMN "parentId" TEXT REFERENCES "AccessToken" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "AccessToken_parentId_idx" ON "AccessToken"("parentId");
