import { objection } from '../../kernel/rule.ts';
import type { IssueApology } from '../commands.ts';

/** R62 (one-stop regime, phiếu xin lỗi và hẹn lại ngày trả kết quả): the new appointment lies ahead of the apology. */
export const newAppointmentAhead = ({ command }: { readonly command: IssueApology }) =>
  command.newAppointment <= command.at
    ? objection('apology.appointment-past', { newAppointment: command.newAppointment, at: command.at })
    : null;
