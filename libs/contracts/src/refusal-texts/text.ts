/**
 * What a refusal says to people, and its HTTP status. `{name}` is filled from the refusal's facts; both
 * languages use the same placeholders. 403: not theirs to do; 404: no such thing; 409: the state does
 * not allow it; 422: well-formed, but against a rule.
 */
export type RefusalText = { readonly status: 403 | 404 | 409 | 422; readonly vi: string; readonly en: string };

export const text = (status: RefusalText['status'], vi: string, en: string): RefusalText => ({ status, vi, en });
