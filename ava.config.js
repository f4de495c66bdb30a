// Processes rather than threads: signals, exit codes and coverage are then as in the ledger itself.
export default {
  files: ['tests/**/*.test.ts'],
  extensions: { ts: 'module' },
  workerThreads: false,
  concurrency: 3,
  timeout: '2m',
}
