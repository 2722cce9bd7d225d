-- Whether a photo shows a colour that the feed names, as of when the photo was understood.
ALTER TABLE images ADD COLUMN color_check text COLLATE "C" NOT NULL DEFAULT 'unknown'
  CHECK (color_check IN ('unknown', 'agrees', 'differs'));
-- Photos that show none of the colours named for them, counted when the import is done.
ALTER TABLE imports ADD COLUMN images_off_color bigint NOT NULL DEFAULT 0;
