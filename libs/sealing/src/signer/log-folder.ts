import { writeDurably } from '../durable-file.ts';
import { evidencePaths, originOf, type EvidenceSettings } from '../evidence-folder.ts';
import { numbersIn, textIfThere } from './files.ts';
import { SealingRefused } from './sealing-refused.ts';

/** The log that grows now: the highest incarnation begun in the folder. */
export type CurrentLog = {
  readonly incarnation: number;
  readonly origin: string;
  /** False: nothing has been sealed in this folder yet. */
  readonly begun: boolean;
};

const originFile = (folder: string, incarnation: number): string => `${evidencePaths.log(folder, incarnation)}/origin`;

/** The origin stands in the folder, whatever the settings say. */
export const logInFolder = async ({ folder, origin }: EvidenceSettings): Promise<CurrentLog> => {
  for (const number of (await numbersIn(`${folder}/log`)).toReversed()) {
    const incarnation = Number(number);
    const text = await textIfThere(originFile(folder, incarnation));
    if (text !== null && incarnation > 0) return { incarnation, origin: text.trimEnd(), begun: true };
  }
  return { incarnation: 1, origin: originOf(origin, 1), begun: false };
};

/** The same for whoever signs. Throws SealingRefused `other-origin` when the settings name another log. */
export const currentLog = async (settings: EvidenceSettings): Promise<CurrentLog> => {
  const log = await logInFolder(settings);
  const wanted = originOf(settings.origin, log.incarnation);
  if (log.origin === wanted) return log;
  throw new SealingRefused('other-origin', {
    vi: `Thư mục chứng cứ là của sổ "${log.origin}", cấu hình nói "${wanted}"`,
    en: `The evidence folder is of the log "${log.origin}", the settings say "${wanted}"`,
  });
};

/** From here on the folder's current log is this one. Durable when it resolves; repeating it changes nothing. */
export const beginLog = (folder: string, { incarnation, origin }: CurrentLog): Promise<void> =>
  writeDurably(originFile(folder, incarnation), `${origin}\n`);
