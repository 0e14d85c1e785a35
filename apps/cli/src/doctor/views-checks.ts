import type { ProjectionHealth } from '#contracts/views.ts';
import type { OpenLedger } from '../compose.ts';
import { check, type Check } from './check.ts';

/** Each view's place: at the end of the ledger, behind it, or parked at an event it cannot follow. */
export const viewsChecks = async ({ store, readModels }: Pick<OpenLedger, 'store' | 'readModels'>): Promise<Check[]> =>
  (await readModels.health(await store.headPosition())).map(viewCheck);

const viewCheck = ({ name, position, lag, parked }: ProjectionHealth): Check => {
  if (parked !== null) {
    return check(`view-${name}`, 'failed', {
      vi: `Dừng ở sự kiện số ${parked.position}, cách cuối sổ ${lag}: ${parked.error}`,
      en: `Parked at event ${parked.position}, ${lag} behind: ${parked.error}`,
    });
  }
  return lag === '0'
    ? check(`view-${name}`, 'ok', { vi: `Đã đến cuối sổ (${position})`, en: `At the end of the ledger (${position})` })
    : check(`view-${name}`, 'warning', {
        vi: `Còn ${lag} sự kiện chưa đưa vào; "ledger start" hoặc lệnh tra cứu sẽ cập nhật`,
        en: `${lag} events behind; "ledger start" or any query will bring it up to date`,
      });
};
