import { z } from 'zod'
import { delivery_answer, delivery_request, problems_answer } from './request.ts'

type Described = { origin: string; path: string }

/** The interface in OpenAPI 3.1, whose schemas are those that requests are read by. */
export function describeApi({ origin, path }: Described): object {
  const refusal = (description: string) => ({ description, content: json(problems_answer) })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nêu Gương: monthly indicators',
      version: '1',
      description: 'Another system of an office sends the values of a month. A key is issued on the page of the monthly indicators.',
    },
    servers: [{ url: origin }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    security: [{ key: [] }],
    paths: {
      [path]: {
        post: {
          operationId: 'deliverValues',
          summary: 'Sends values: all are recorded, or none',
          parameters: [idempotency_key],
          requestBody: { required: true, content: json(delivery_request) },
          responses: {
            200: { description: 'Recorded; the same for the same Idempotency-Key', content: json(delivery_answer) },
            401: refusal('No key, or one that was revoked'),
            413: { description: 'The body is longer than 4 MB' },
            422: refusal('Refused, and nothing is recorded: the problems, each with its row'),
            429: refusal('Too many requests; Retry-After says for how long'),
          },
        },
      },
    },
  }
}

const idempotency_key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made by the sender, 16 to 128 letters, digits, - and _: a request that is sent again is done once',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,128}$' },
}

function json(schema: z.ZodType): object {
  return { 'application/json': { schema: z.toJSONSchema(schema) } }
}
