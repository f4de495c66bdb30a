import * as z from 'zod'

const names = z.array(z.string())
const length = z.string().regex(/^\d+(ms|s|m)$/)
const bytes = z.string().regex(/^\d+[MG]$/)
const order = z.enum(['start-first', 'stop-first'])
const secret = z.strictObject({
  source: z.string(),
  target: z.string(),
  uid: z.string().optional(),
  mode: z.number().optional(),
})
const port = z.strictObject({
  target: z.number(),
  published: z.number(),
  protocol: z.literal('tcp'),
  mode: z.literal('host'),
})

const healthcheck = z
  .strictObject({
    disable: z.boolean(),
    test: names,
    interval: length,
    timeout: length,
    retries: z.number(),
    start_period: length,
  })
  .partial()

const deploy = z
  .strictObject({
    endpoint_mode: z.enum(['vip', 'dnsrr']),
    replicas: z.number(),
    update_config: z
      .strictObject({
        parallelism: z.number(),
        order,
        monitor: length,
        failure_action: z.enum(['rollback', 'pause', 'continue']),
        max_failure_ratio: z.number(),
      })
      .partial(),
    rollback_config: z.strictObject({ parallelism: z.number(), order, monitor: length }),
    restart_policy: z.strictObject({ condition: z.enum(['any', 'on-failure', 'none']), delay: length }),
    placement: z.strictObject({ constraints: names }),
    resources: z
      .strictObject({
        limits: z.strictObject({ cpus: z.string(), memory: bytes }).partial(),
        reservations: z.strictObject({ memory: bytes }),
      })
      .partial(),
  })
  .partial()

const service = z
  .strictObject({
    image: z.string(),
    build: z.strictObject({ context: z.string(), args: z.record(z.string(), z.string()) }),
    entrypoint: names,
    command: names,
    init: z.boolean(),
    read_only: z.boolean(),
    tmpfs: names,
    cap_drop: names,
    security_opt: names,
    logging: z.strictObject({
      driver: z.literal('json-file'),
      options: z.strictObject({ 'max-size': z.string(), 'max-file': z.string() }),
    }),
    environment: z.record(z.string(), z.union([z.string(), z.number()])),
    volumes: names,
    ports: z.union([names, z.array(port)]),
    secrets: z.array(secret),
    configs: z.array(z.strictObject({ source: z.string(), target: z.string() })),
    // A list: a Swarm does not know conditions, so whoever needs another has to wait for it.
    depends_on: names,
    restart: z.enum(['unless-stopped', 'on-failure']),
    stop_grace_period: length,
    healthcheck,
    deploy,
  })
  .partial()

/**
 * What our files for containers may say: of version 3.8 what we use, which Compose and a Swarm both understand. A word that is not in here is
 * a mistake also where there is no docker to say so.
 */
export const ComposeFile = z.strictObject({
  version: z.literal('3.8'),
  'x-logging': z.unknown().optional(),
  'x-ledger': z.unknown().optional(),
  'x-node': z.unknown().optional(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()).optional(),
  configs: z.record(z.string(), z.strictObject({ name: z.string(), file: z.string() })).optional(),
  secrets: z.record(z.string(), z.strictObject({ external: z.literal(true), name: z.string() })).optional(),
})
