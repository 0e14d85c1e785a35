/**
 * SQL for appointments with their effective end: their own, or that of their unit when it came first,
 * and the event that says so. An office does not outlive its unit.
 */
export const inOffice = `(
  select o.appointment_id, o.unit_id, o.officer_id, o.role, o.title, o.valid_from, o.made_position,
         least(o.valid_to, u.valid_to) as valid_to,
         case when u.valid_to < coalesce(o.valid_to, 'infinity') then 'unit.dissolved' else 'appointment.ended' end
           as ended_by,
         case when u.valid_to < coalesce(o.valid_to, 'infinity') then u.dissolved_position else o.ended_position end
           as ended_position
    from views.appointment o left join views.unit u on u.unit_id = o.unit_id)`;

/**
 * SQL for who headed a unit at a moment: its head, or who acted as head while there was none. Validity
 * is [from, to). One row at most; the arguments are SQL expressions of the surrounding query.
 */
export const headAt = (unit: string, moment: string): string => `
  select a.officer_id, a.role from ${inOffice} a
   where a.unit_id = ${unit} and a.role in ('head', 'acting-head')
     and a.valid_from <= ${moment} and (a.valid_to is null or a.valid_to > ${moment})
   order by a.role = 'head' desc, a.valid_from desc, a.appointment_id limit 1`;
