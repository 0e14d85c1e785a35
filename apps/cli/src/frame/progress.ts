import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` counts from 0 to the total; going backward is ignored. */
  advance(done: number): void;
  /** Ends the display, also before the total was reached. */
  end(): void;
}

type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** A bar on a terminal; elsewhere one plain line for each tenth of the way, so that a log stays short. */
export const showProgress = (stream: Terminal, title: string, total: number): Progress =>
  stream.isTTY === true ? bar(stream, title, total) : lines(stream, title, total);

const bar = (stream: Terminal, title: string, total: number): Progress => {
  const display = new SingleBar(
    {
      stream,
      format: `${title} [{bar}] {percentage}% | {value}/{total} | còn / left {eta_formatted}`,
      hideCursor: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  display.start(total, 0);
  return {
    advance: (done) => display.update(Math.min(done, total)),
    end: () => display.stop(),
  };
};

const lines = (stream: Terminal, title: string, total: number): Progress => {
  let shownTenths = -1;
  return {
    advance: (done) => {
      const tenths = total === 0 ? 10 : Math.floor((Math.min(done, total) * 10) / total);
      if (tenths <= shownTenths) return;
      shownTenths = tenths;
      stream.write(`${title}: ${String(tenths * 10)}% (${String(Math.min(done, total))}/${String(total)})\n`);
    },
    end: () => undefined,
  };
};
