/* global document, localStorage, matchMedia */
// Before the first paint, so that nobody is dazzled. frame/theme.ts goes on from here.
const chosen = localStorage.getItem('theme')
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light'
