import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { EvidenceView } from '#contracts/evidence-views.ts';
import type {
  CustodyRow,
  DossierDetail,
  DossierSummary,
  OfficerView,
  Overview,
  Page,
  TimelineEntry,
  Trail,
  UnitView,
} from '#contracts/views.ts';
import type { ApiClient, Query } from './client.ts';

export const ApiContext = createContext<ApiClient | null>(null);

export function useApi(): ApiClient {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiContext above it');
  return api;
}

export function useGet<T>(path: string, query: Query, enabled = true) {
  const api = useApi();
  return useQuery({ queryKey: [path, query], queryFn: ({ signal }) => api.get<T>(path, query, signal), enabled });
}

/** Pages chained by cursor; what was loaded stays while the next one comes. */
export function usePages<P extends { readonly next: string | null }>(path: string, query: Query, enabled = true) {
  const api = useApi();
  return useInfiniteQuery<P, Error, InfiniteData<P>, readonly unknown[], string | null>({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) => api.get<P>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    enabled,
  });
}

export const segment = encodeURIComponent;

/** Asked again while the page is open: whoever leaves it open must hear when sealing stops. */
export function useEvidence() {
  const api = useApi();
  return useQuery({
    queryKey: ['/evidence'],
    queryFn: ({ signal }) => api.get<EvidenceView>('/evidence', {}, signal),
    refetchInterval: 30_000,
  });
}

export const useOverview = (asOf: string | null) => useGet<Overview>('/v1/overview', { asOf });

export type CustodyFilter = { readonly unit: string | null; readonly overdue: boolean; readonly asOf: string | null };
export const useOpenCustody = ({ unit, overdue, asOf }: CustodyFilter) =>
  usePages<Page<CustodyRow>>('/v1/custody', { unit, overdue: overdue ? true : null, asOf, limit: 25 });

export type Line = 'performer' | 'head';
export const useTrail = (officerId: string, line: Line, asOf: string | null) =>
  usePages<Trail>(`/v1/officers/${segment(officerId)}/trail`, { line, asOf, limit: 50 });

export const useDossier = (dossierId: string) => useGet<DossierDetail>(`/v1/dossiers/${segment(dossierId)}`, {});
export const useTimeline = (dossierId: string) =>
  usePages<Page<TimelineEntry>>(`/v1/dossiers/${segment(dossierId)}/timeline`, { limit: 100 });

const shortest = 2;
export const isSearchable = (words: string): boolean => words.trim().length >= shortest;
export const useOfficerSearch = (words: string, limit: number) =>
  usePages<Page<OfficerView>>('/v1/officers', { q: words.trim(), limit }, isSearchable(words));
export const useDossierSearch = (words: string, limit: number) =>
  usePages<Page<DossierSummary>>('/v1/dossiers', { q: words.trim(), limit }, isSearchable(words));

/** Names of what an event only cites by id; they change so rarely that one look per visit is enough. */
export const useUnitName = (unitId: string, known: boolean) =>
  useGet<UnitView>(`/v1/units/${segment(unitId)}`, {}, !known).data?.name ?? null;
export const useOfficerName = (officerId: string, known: boolean) =>
  useGet<OfficerView>(`/v1/officers/${segment(officerId)}`, {}, !known).data?.name ?? null;
