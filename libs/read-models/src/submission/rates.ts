import type { FirstPassView, ReviewDepthView } from '#contracts/submission-views.ts';
import { rateOf } from '#domain/candidates/interval.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import type { ViewDatabase } from '../view-database.ts';

type FirstPassRow = {
  submitter: string;
  answered: number;
  passed: number;
  returns: number;
  forwardedDefective: number;
};

/**
 * First-pass rate of each submitting unit (R22), most cases first. A case is the first try of a dossier by the unit
 * that an Office has answered; it passed when the Office sent it on without a defect. Later tries count as returns
 * alone, or a unit would better its rate by trying again.
 */
export const findFirstPass = async (db: ViewDatabase): Promise<readonly FirstPassView[]> => {
  const rows = await db.rows<FirstPassRow>(
    `select submitter,
            count(*) filter (where try = 1)::integer as answered,
            count(*) filter (where try = 1 and gate_outcome = 'forwarded' and cardinality(defects) = 0)::integer as passed,
            count(*) filter (where gate_outcome = 'returned')::integer as returns,
            count(*) filter (where gate_outcome = 'forwarded' and cardinality(defects) > 0)::integer as "forwardedDefective"
       from (select s.submitter, s.gate_outcome, s.defects,
                    row_number() over (partition by s.submitter, s.dossier_id order by s.ordinal) as try
               from views.submission s where s.gate_outcome is not null) as tries
      group by submitter order by answered desc, submitter`,
  );
  const mentioned = new Mentioned();
  for (const { submitter } of rows) mentioned.unit(submitter);
  const labels = await labelsOf(db, mentioned);
  return rows.map(({ submitter, answered, passed, returns, forwardedDefective }) => ({
    submitter: labels.unit(submitter),
    firstPass: rateOf(passed, answered),
    returns,
    forwardedDefective,
  }));
};

type ReviewRow = { unitId: string; documents: number; levels: number; deepest: number; valueFree: number };

/** How many levels the documents of a unit went through (R35), deepest first. A figure of units, never of persons. */
export const findReviewDepth = async (db: ViewDatabase): Promise<readonly ReviewDepthView[]> => {
  const rows = await db.rows<ReviewRow>(
    `select unit_id as "unitId", count(*)::integer as documents, sum(levels)::integer as levels,
            max(levels)::integer as deepest, sum(empty)::integer as "valueFree"
       from (select r.unit_id, count(*) as levels, count(*) filter (where not r.changed and not r.noted) as empty
               from views.review_level r where r.unit_id is not null
              group by r.unit_id, r.dossier_id, r.document) as documents
      group by unit_id order by deepest desc, levels desc, unit_id`,
  );
  const mentioned = new Mentioned();
  for (const { unitId } of rows) mentioned.unit(unitId);
  const labels = await labelsOf(db, mentioned);
  return rows.map(({ unitId, documents, levels, deepest, valueFree }) => ({
    unit: labels.unit(unitId),
    documents,
    levels,
    deepest,
    valueFree: rateOf(valueFree, levels),
  }));
};
