/**
 * SQL for who headed a unit at a moment: its head, or who acted as head while there was none. Validity
 * is [from, to). One row at most; the arguments are SQL expressions of the surrounding query.
 */
export const headAt = (unit: string, moment: string): string => `
  select a.officer_id, a.role from views.appointment a
   where a.unit_id = ${unit} and a.role in ('head', 'acting-head')
     and a.valid_from <= ${moment} and (a.valid_to is null or a.valid_to > ${moment})
   order by a.role = 'head' desc, a.valid_from desc, a.appointment_id limit 1`;
