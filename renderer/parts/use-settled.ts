import { useEffect, useState } from "react";

/** The value once it has stood still for `ms`: a link that is being typed is not complained of at each letter. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
