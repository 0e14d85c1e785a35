/** What the HTTP edge itself refuses, before or beside the rules: status and texts, `{name}` filled from facts. */
export const edgeProblems = {
  'auth.token-missing': {
    status: 401,
    vi: 'Cần mã truy cập (bearer token)',
    en: 'A bearer token is required',
  },
  'auth.token-invalid': {
    status: 401,
    vi: 'Mã truy cập không hợp lệ hoặc đã hết hạn',
    en: 'The bearer token is not valid or has expired',
  },
  'auth.role-missing': {
    status: 403,
    vi: 'Mã truy cập không có vai trò cần thiết: {required}',
    en: 'The token carries none of the roles required: {required}',
  },
  'request.invalid': {
    status: 422,
    vi: 'Yêu cầu có nội dung sai; mọi lỗi được liệt kê',
    en: 'The request has faults; every one is listed',
  },
  'request.malformed-json': {
    status: 400,
    vi: 'Nội dung không phải JSON hợp lệ',
    en: 'The body is not valid JSON',
  },
  'request.bad': {
    status: 400,
    vi: 'Yêu cầu HTTP sai',
    en: 'The HTTP request is malformed',
  },
  'request.too-large': {
    status: 413,
    vi: 'Nội dung vượt quá 1 MiB',
    en: 'The body exceeds 1 MiB',
  },
  'request.uri-too-long': {
    status: 414,
    vi: 'Địa chỉ quá dài',
    en: 'The address is too long',
  },
  'request.unsupported-media-type': {
    status: 415,
    vi: 'Chỉ nhận nội dung application/json',
    en: 'Only application/json is accepted',
  },
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy',
    en: 'Not found',
  },
  'name.unknown': {
    status: 404,
    vi: 'Sổ cái không có đơn vị, cán bộ này: {named}',
    en: 'The ledger has no such unit or officer: {named}',
  },
  'method.not-allowed': {
    status: 405,
    vi: 'Địa chỉ này không nhận phương thức {method}',
    en: 'This address does not take {method}',
  },
  'if-match.stale': {
    status: 412,
    vi: 'Dữ liệu đã thay đổi: bản hiện tại là {actual}, yêu cầu dựa trên {expected}',
    en: 'The record has changed: it is at revision {actual}, the request was based on {expected}',
  },
  'idempotency.key-reused': {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một nội dung khác',
    en: 'This Idempotency-Key was used with another body',
  },
  'stream.contended': {
    status: 409,
    vi: 'Nhiều người cùng ghi vào một hồ sơ; xin thử lại',
    en: 'Too many writers on one record at once; try again',
  },
  'cursor.invalid': {
    status: 400,
    vi: 'Con trỏ trang không hợp lệ hoặc thuộc về truy vấn khác',
    en: 'The page cursor is not valid or belongs to another query',
  },
  'read-model.lagging': {
    status: 504,
    vi: 'Dữ liệu đọc chưa tới vị trí {position} của sổ cái trong {waitedMs} ms',
    en: 'The read models have not reached ledger position {position} within {waitedMs} ms',
  },
  'service.not-ready': {
    status: 503,
    vi: 'Dịch vụ chưa sẵn sàng: {reasons}',
    en: 'The service is not ready: {reasons}',
  },
  'internal-error': {
    status: 500,
    vi: 'Lỗi nội bộ; xin báo mã yêu cầu {requestId}',
    en: 'Internal error; please report request id {requestId}',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

export type EdgeCode = keyof typeof edgeProblems;
