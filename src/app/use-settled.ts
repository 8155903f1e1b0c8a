import { useEffect, useState } from 'react';

/** The first rows come first; a moment later there is time for what nobody waits for. */
const settlingMilliseconds = 1_500;

export function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), settlingMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
