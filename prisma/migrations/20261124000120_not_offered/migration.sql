-- A category without a code of its own at a mall: no row is "not entered yet", a row without a code is "not taken there".
ALTER TABLE "channel_category" ALTER COLUMN "mall_code" DROP NOT NULL;
