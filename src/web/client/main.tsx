import * as z from 'zod'
import { User } from '../api.ts'
z.config({ jitless: true })
console.log(User.parse(JSON.parse('{}')))
