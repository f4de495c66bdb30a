/**
 * Once the page has been loaded, so that it waits for nothing. Browsers have service workers on https and localhost only;
 * elsewhere, and where one is refused, the page is the same but does not open without a connection.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined))
}
