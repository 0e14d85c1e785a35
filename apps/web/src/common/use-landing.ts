import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * What the address points at with `#name` is scrolled to and given the focus once it is there: the answers that
 * fill a screen come after it, too late for the browser to find the place by itself.
 */
export function useLanding<Place extends HTMLElement>(name: string) {
  const { hash, key } = useLocation();
  const ref = useRef<Place>(null);
  const meant = hash === `#${encodeURIComponent(name)}`;
  useEffect(() => {
    if (!meant) return;
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: 'center' });
  }, [meant, key]);
  return { ref, id: name, ...(meant ? { tabIndex: -1, 'data-landed': true } : {}) };
}
