import type { Instant } from '#domain/kernel/event.ts';
import type { DossierType } from './dossier-type.ts';
import type { Random } from './random.ts';
import { districtsAbolished, placeNames, type Place } from './sample-unit.ts';

const projects = [
  'đường vành đai phía Nam',
  'khu dân cư Bắc sông Giao',
  'hồ chứa nước Suối Lĩnh',
  'cụm công nghiệp Tây Hà',
  'trường tiểu học và trung học cơ sở Lĩnh Sơn',
  'trang trại chăn nuôi công nghệ cao',
  'nhà máy điện mặt trời Đồi Sim',
  'chợ trung tâm Bắc Giao',
  'cầu Giao Hòa',
  'trạm y tế khu vực Đông Lĩnh',
  'khu du lịch sinh thái Thác Mây',
  'hệ thống cấp nước sạch nông thôn',
  'bãi xử lý chất thải rắn',
  'nhà máy chế biến dược liệu',
] as const;

const initials = [...'ABCDĐGHKLMNPQSTVXY'];

/** A citizen appears by initials only: the sample, too, keeps names out of the ledger. */
const person = (random: Random): string =>
  [random.pick(initials), random.pick(initials), random.pick(initials)].map((letter) => `${letter}.`).join('');

export const placeName = (place: Place, at: Instant): string =>
  at < districtsAbolished ? placeNames[place].before : placeNames[place].after;

/** Trích yếu: one of the type's patterns with its blanks filled. */
export const subjectOf = (type: DossierType, about: { place: Place; at: Instant }, random: Random): string => {
  const fill: Readonly<Record<string, () => string>> = {
    person: () => person(random),
    place: () => placeName(about.place, about.at),
    project: () => random.pick(projects),
    year: () => about.at.slice(0, 4),
    area: () => String(random.int(2, 48)),
    batch: () => String(random.int(1, 6)),
    households: () => String(random.int(3, 60)),
  };
  return random.pick(type.subjects).replace(/\{(\w+)\}/gu, (blank, name: string) => fill[name]?.() ?? blank);
};

/** Who sent it in. */
export const issuerOf = (type: DossierType, about: { place: Place; at: Instant }, random: Random): string => {
  const place = placeName(about.place, about.at);
  if (type.level === 'local') return random.chance(0.8) ? `Hộ ${person(random)}, ${place}` : `UBND ${place}`;
  return random.pick([
    `UBND ${place}`,
    'Công ty TNHH MTV Thủy lợi Sơn Hà',
    'Ban Quản lý dự án đầu tư xây dựng tỉnh',
    'Công ty cổ phần Đầu tư Bắc Giao',
    'Đoàn đại biểu Quốc hội tỉnh',
    'Hợp tác xã Nông nghiệp Đông Lĩnh',
  ]);
};
