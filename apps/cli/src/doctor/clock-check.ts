import type { ClockHealth } from '#contracts/clock-views.ts';
import { moment } from '../frame/moment.ts';
import type { OpenLedger } from '../compose.ts';
import { check, type Check } from './check.ts';

/** Does what falls due get recorded? A ledger at rest has nothing due; one that serves leaves nothing due for long. */
export const clockCheck = async ({ readModels }: Pick<OpenLedger, 'readModels'>): Promise<Check> =>
  verdict(await readModels.clockStatus.health());

const verdict = ({ lastRunAt, due, failing }: ClockHealth): Check => {
  const ran =
    lastRunAt === null
      ? { vi: 'chưa chạy lần nào', en: 'has never run' }
      : { vi: `chạy lần cuối ${moment(lastRunAt)}`, en: `last ran ${lastRunAt}` };
  const [first] = failing;
  if (first !== undefined) {
    return check('deadline-clock', 'failed', {
      vi: `${String(failing.length)} việc đến hạn không ghi được, đầu tiên là ${first.stream} từ ${moment(first.since)}: ${first.error}`,
      en: `${String(failing.length)} subjects could not be recorded, first ${first.stream} since ${first.since}: ${first.error}`,
    });
  }
  if (due > 0) {
    return check('deadline-clock', 'warning', {
      vi: `${String(due)} việc đã đến hạn, chưa ghi; "ledger start" sẽ ghi (${ran.vi})`,
      en: `${String(due)} subjects have something due that is not recorded; "ledger start" will (${ran.en})`,
    });
  }
  return check('deadline-clock', 'ok', {
    vi: `Không có gì đến hạn chưa ghi (${ran.vi})`,
    en: `Nothing due is unrecorded (${ran.en})`,
  });
};
