-- What feeds say beyond the columns of a variant, which columns of a source are which attributes, and hints beside faults.

-- By the feed's names, each a list: {"gender": ["female"], "custom_label_0": ["sale"]}.
ALTER TABLE variants ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}';

-- Column of the feed to attribute: {"Produktname": "title"}.
ALTER TABLE sources ADD COLUMN mapping jsonb NOT NULL DEFAULT '{}';

-- A hint: the row was taken all the same, or left out on purpose.
ALTER TABLE import_faults ADD COLUMN row_kept boolean NOT NULL DEFAULT false;
