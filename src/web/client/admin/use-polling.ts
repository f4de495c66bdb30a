import { useEffect } from 'preact/hooks'

/** Calls `look` every so many milliseconds while somebody can see the page. */
export function usePolling(milliseconds: number, look: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => document.hidden || look(), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
}
