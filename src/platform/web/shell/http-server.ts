import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type ListenOptions, type Server as NetServer, type Socket } from 'node:net'
import { lookUp } from '../../../basis/shared/look-up.ts'

/**
 * How long a client may take to send its headers, and its whole request (rush/ bodies.ts, which says why, comes
 * before); and how much of headers it may send.
 */
const patience = { headersTimeout: 10_000, requestTimeout: 11 * 60_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 }
const longest_headers = 16 * 1024
/**
 * How many sockets take connections in at the one port. Each takes in one at a turn of the loop, and under a rush a
 * turn takes milliseconds: with a single one, those who came waited for ten seconds before anybody saw them.
 */
const doors = 8
/**
 * How many connections may wait until they are taken in. Where the 511 of Node are full, the system drops what knocks,
 * and it comes again after 1, 3, 7 and 15 seconds: seen under a rush.
 */
const most_knocking = 4096
const longest_stop_ms = 10_000

export type HttpServer = {
  port: number
  /** Takes no new connection, lets the requests under way finish, and cuts off after ten seconds what has not. */
  stop(): Promise<void>
}

export type HttpServerOptions = {
  port: number
  host: string
  listener: RequestListener
  limits?: Partial<typeof patience>
  longest_stop_ms?: number
}

/** A port that somebody else holds, or that this account may not open; the message says what to do. */
export class PortRefused extends Error {}

/** Opens the port. Port 0 takes any that is free. */
export async function openHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const server = createServer({ ...patience, ...options.limits, maxHeaderSize: longest_headers, requireHostHeader: true }, options.listener)
  server.on('clientError', answerUnreadable)
  const open = await openDoors(server, options)
  return { port: portOf(server), stop: () => stop(server, open, options.longest_stop_ms ?? longest_stop_ms) }
}

/** The server's own socket and, where the system lets several share a port, more beside it that hand it what comes. */
async function openDoors(server: Server, { port, host }: HttpServerOptions): Promise<NetServer[]> {
  // Who shares a port may share it with a stranger of the same account: first it must be free.
  if (port !== 0) await tryPort({ port, host })
  try {
    await listen(server, { port, host, reusePort: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTSUP') throw error
    await listen(server, { port, host })
    return [server]
  }
  const beside = Array.from({ length: doors - 1 }, () => createNetServer(as_http, socket => void server.emit('connection', socket)))
  await Promise.all(beside.map(door => listen(door, { port: portOf(server), host, reusePort: true })))
  return [server, ...beside]
}

/** How `node:http` itself takes connections in. */
const as_http = { allowHalfOpen: true, noDelay: true }

/** Throws where the port could not be opened: worth knowing before a first start that takes a minute. */
export async function tryPort({ port, host }: { port: number; host: string }): Promise<void> {
  const probe = createNetServer()
  await listen(probe, { port, host })
  await closed(probe)
}

function listen(server: NetServer, where: ListenOptions & { port: number; host: string }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', error => reject(refusalOf(error, where.port, where.host)))
  server.listen({ ...where, backlog: most_knocking }, resolve)
  return promise
}

function closed(server: NetServer): Promise<void> {
  return new Promise(resolve => void server.close(() => resolve()))
}

function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port
}

const causes: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: port =>
    `Cổng ${port} đang bận: đặt PORT=<số khác> rồi chạy lại · Port ${port} is in use: set PORT to another number and start again.`,
  EACCES: port =>
    `Không được phép mở cổng ${port}: chọn cổng từ 1024 · Port ${port} may not be opened by this account: choose one from 1024 up.`,
  EADDRNOTAVAIL: (_, host) => `Máy này không có địa chỉ ${host}: sửa HOST · This machine has no address ${host}: mend HOST.`,
}

function refusalOf(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentence = lookUp(causes, error.code ?? '')
  return sentence === undefined ? error : new PortRefused(sentence(port, host))
}

async function stop(server: Server, open: NetServer[], longest_ms: number): Promise<void> {
  const all_closed = Promise.all(open.map(closed))
  // A connection that is kept alive becomes idle when its request is answered, and only then may be closed.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), longest_ms)
  server.closeIdleConnections()
  await all_closed
  clearInterval(sweep)
  clearTimeout(cut)
}

const unreadable: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is not HTTP, too slow or too long never becomes a request: one line, and the connection ends. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = lookUp(unreadable, error.code ?? '') ?? '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-security-policy: default-src 'none'\r\nx-content-type-options: nosniff\r\ncontent-length: 0\r\n\r\n`,
  )
}
