import { writeFileSync } from 'node:fs'
import { generated, path } from './generated.ts'

writeFileSync(path, await generated())
