import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliFailure } from '../frame/failure.ts';
import { readCalendar, type CalendarFault, type CalendarVersion } from './calendar-reader.ts';

/** The folder of the product, whether it runs from its sources or built. */
const productFolder = (from = dirname(fileURLToPath(import.meta.url))): string =>
  existsSync(join(from, 'package.json')) || dirname(from) === from ? from : productFolder(dirname(from));

/** The calendars that come with the product. Throws CliFailure naming every fault. */
export const packagedCalendars = async (): Promise<readonly CalendarVersion[]> => {
  const folder = join(productFolder(), 'config', 'calendar');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => calendarFile(join(folder, name))));
  return files.flat();
};

/** Throws CliFailure naming every fault. */
export const calendarFile = async (path: string): Promise<readonly CalendarVersion[]> => {
  const result = readCalendar(
    await readFile(path, 'utf8').catch((cause: unknown) => Promise.reject(unreadable(path, cause))),
  );
  if (result.ok) return result.versions;
  throw wrongCalendar(path, result.faults);
};

const unreadable = (path: string, cause: unknown): CliFailure =>
  new CliFailure({ vi: `Không đọc được lịch: ${path}`, en: `Cannot read the calendar: ${path}` }, 1, { cause });

export const wrongCalendar = (path: string, faults: readonly CalendarFault[]): CliFailure => {
  const lines = (key: 'message' | 'messageEn'): string =>
    faults.map((fault) => `\n  ${fault.path === '' ? '' : `${fault.path}: `}${fault[key]}`).join('');
  return new CliFailure(
    {
      vi: `Lịch ${path} có ${String(faults.length)} lỗi, chưa công bố gì:${lines('message')}`,
      en: `Calendar ${path} has ${String(faults.length)} faults, nothing was published:${lines('messageEn')}`,
    },
    2,
  );
};
