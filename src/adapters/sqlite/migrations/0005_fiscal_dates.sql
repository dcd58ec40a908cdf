-- The few documents that count for another day than that of their sale, by the day that they count for.
CREATE INDEX document_of_another_day ON fiscal_document (fiscal_date) WHERE fiscal_date <> business_date;
