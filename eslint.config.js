import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import rooms from './rooms.js'

const node = ['Buffer', 'URL', 'clearInterval', 'clearTimeout', 'console', 'process', 'setInterval', 'setTimeout']

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'data/', 'coverage/', 'reports/', 'bench/results/'] },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // `_` says that a parameter or a part of an object is known and not wanted.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `async` without `await` makes a promise of what is thrown, too.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  rooms,
  {
    name: 'who may print',
    files: ['bin/**', 'src/main.ts', 'src/ops/**', 'tests/**', 'bench/**', 'clients/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'tests know what they put in',
    files: ['tests/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    name: 'plain JavaScript',
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: Object.fromEntries(node.map((name) => [name, 'readonly'])) },
    rules: { 'no-undef': 'error' },
  },
)
