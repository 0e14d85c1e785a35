export type WitnessFacts = {
  readonly vkey: string;
  readonly operator: string | undefined;
  readonly seen: readonly { readonly origin: string; readonly size: bigint | null }[];
};

/** What a person reads who opens the address of a witness: what it is, its key, how far it has seen each log. */
export const frontPage = ({ vkey, operator, seen }: WitnessFacts): string =>
  [
    'Bên làm chứng độc lập của sổ cái trách nhiệm.',
    'Nó chỉ ký thêm vào điểm kiểm của một sổ khi sổ đó nối tiếp đúng những gì nó đã thấy; chỉ số đếm và mã băm đến đây, không có nội dung nào.',
    'An independent witness of accountability ledgers.',
    'It cosigns the checkpoint of a log only when the log extends what it has seen; only sizes and hashes come here, no content.',
    '',
    ...(operator === undefined ? [] : [`Đơn vị vận hành / operator: ${operator}`]),
    `Khóa công khai / public key: ${vkey}`,
    'Giao thức / protocol: C2SP tlog-witness (POST /add-checkpoint)',
    '',
    'Đã thấy / seen:',
    ...seen.map(({ origin, size }) => `  ${origin}: ${size === null ? 'chưa có gì / nothing yet' : String(size)}`),
    '',
  ].join('\n');
