import type { Language } from '../language/text.ts';

const words = {
  vi: { hour: ['giờ', 'giờ'], minute: ['phút', 'phút'], second: ['giây', 'giây'] },
  en: { hour: ['hour', 'hours'], minute: ['minute', 'minutes'], second: ['second', 'seconds'] },
} as const;

/** A span of clock time in its largest whole unit: 10 → `10 giây`, 90 → `90 giây`, 3600 → `1 giờ`. */
export function formatSpan(seconds: number, language: Language): string {
  const [unit, size] =
    seconds > 0 && seconds % 3_600 === 0
      ? (['hour', 3_600] as const)
      : seconds > 0 && seconds % 60 === 0
        ? (['minute', 60] as const)
        : (['second', 1] as const);
  const count = seconds / size;
  return `${String(count)} ${words[language][unit][count === 1 ? 0 : 1]}`;
}
