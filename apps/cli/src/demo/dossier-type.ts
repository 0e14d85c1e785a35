/** What kind of unit a dossier belongs to; the unit that has the function changes with the reform. */
export const duties = [
  'land',
  'construction',
  'investment',
  'finance',
  'home-affairs',
  'justice',
  'citizens',
  'agriculture',
  'culture',
  'digital',
] as const;
export type Duty = (typeof duties)[number];

export type DossierType = {
  readonly name: string;
  readonly duty: Duty;
  /** Who signs the product: the province's chairman, or the head of the competent unit. */
  readonly decidedBy: 'province' | 'unit';
  /** Level of the competent unit. */
  readonly level: 'province' | 'local';
  readonly workingDays: number;
  readonly symbol: string;
  readonly product: string;
  readonly steps: readonly string[];
  /** `{person}`: a citizen's initials; `{place}`, `{project}`, `{year}`, `{area}` are filled in. */
  readonly subjects: readonly string[];
  readonly weight: number;
};

export const step = {
  check: 'Kiểm tra thành phần hồ sơ',
  appraise: 'Thẩm định hồ sơ',
  survey: 'Kiểm tra thực địa, lập biên bản',
  opinion: 'Tổng hợp ý kiến góp ý',
  draft: 'Dự thảo văn bản trình ký',
  verify: 'Xác minh nội dung đơn',
} as const;
