/**
 * What `npx` is told to look at a Jenkinsfile with. npm-groovy-lint brings a Groovy of its own, some 20 MB: it is fetched when it is wanted
 * and no dependency. Its notes on indentation are for Groovy at large.
 */
export const GROOVY_LINT = [
  ...['--yes', 'npm-groovy-lint@16.2.0', '--config', 'recommended-jenkinsfile', '--noserver', '--failon', 'warning'],
  ...['--path', '.', '--files', '**/Jenkinsfile'],
]
