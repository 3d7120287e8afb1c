import { useEffect, useState } from 'react';
import { type Called, call, type Input, type Output, useCall } from '@/gateway';
import type { Failure, VisitSummary } from './types';

type ListInput = Input<'visit.list'>;

export interface Pages {
  /** The first page: its states are those of the list. */
  readonly first: Called<Output<'visit.list'>>;
  readonly visits: readonly VisitSummary[];
  /** Undefined where there is nothing more. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
  /** Why the next page did not come; what is shown stays. */
  readonly failure: Failure | undefined;
}

interface Rest {
  readonly of: Output<'visit.list'> | undefined;
  readonly visits: readonly VisitSummary[];
  readonly cursor: string | undefined;
}

/** A list of visits that grows by pages; a first page read anew starts the rest again. */
export function useVisitPages(input: ListInput | null): Pages {
  const first = useCall('visit.list', input);
  const [rest, setRest] = useState<Rest>({ of: undefined, visits: [], cursor: undefined });
  const [loadingMore, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { data } = first;
  useEffect(() => {
    setRest({ of: data, visits: [], cursor: data?.cursor });
    setFailure(undefined);
  }, [data]);

  const current = rest.of === data;
  const cursor = current ? rest.cursor : data?.cursor;
  const load = async () => {
    if (loadingMore || cursor === undefined || input === null) return;
    setLoading(true);
    setFailure(undefined);
    const reply = await call('visit.list', { ...input, cursor });
    setLoading(false);
    if (!reply.ok) return setFailure(reply);
    // Somebody may have changed the filter meanwhile: what belongs to another list is dropped.
    setRest((now) =>
      now.of === data ? { ...now, visits: [...now.visits, ...reply.data.visits], cursor: reply.data.cursor } : now,
    );
  };
  return {
    first,
    visits: [...(data?.visits ?? []), ...(current ? rest.visits : [])],
    more: cursor === undefined ? undefined : () => void load(),
    loadingMore,
    failure,
  };
}
