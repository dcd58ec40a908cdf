-- The few documents that count for another day than that of their sale, by the day that they count for.
CREATE INDEX document_of_another_day ON fiscal_document (fiscal_date) WHERE fiscal_date <> business_date;

-- What is only added to goes on where it ended.
CREATE TRIGGER journal_goes_on BEFORE INSERT ON journal WHEN new.entry_id <> (SELECT coalesce(max(entry_id), 0) + 1 FROM journal)
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_began_once BEFORE INSERT ON journal_beginning BEGIN SELECT RAISE (ABORT, 'the journal began once'); END;
CREATE TRIGGER journal_beginning_stays BEFORE UPDATE ON journal_beginning BEGIN SELECT RAISE (ABORT, 'the journal began once'); END;
CREATE TRIGGER journal_beginning_is_kept BEFORE DELETE ON journal_beginning BEGIN SELECT RAISE (ABORT, 'the journal began once'); END;
