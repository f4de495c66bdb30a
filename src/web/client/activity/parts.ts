import { server } from '../page.ts'
import { openProof } from './proof.ts'
import { openTrail } from './trail.ts'

export const trail = openTrail(server)
export const proof = openProof({ server, storage: localStorage, now: () => new Date() })
