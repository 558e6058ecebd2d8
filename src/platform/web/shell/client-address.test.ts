import { expect, test } from 'vitest'
import { clientAddress, clientNetwork, trustProxyFrom } from './client-address.ts'

const at = (remote_address: string | undefined, forwarded?: string, trusted = '') =>
  clientAddress({ remote_address, headers: { 'x-forwarded-for': forwarded } }, trustProxyFrom(trusted))

test('without a setting nobody is believed, not even from this machine', () => {
  expect(at('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1')
  expect(at('::ffff:10.1.2.3', '203.0.113.9')).toBe('10.1.2.3')
  expect(at(undefined, '203.0.113.9')).toBeNull()
})

test('a proxy that is trusted tells who came to it, and what the client wrote before it is not believed', () => {
  expect(at('127.0.0.1', '198.51.100.1, 203.0.113.9', 'loopback')).toBe('203.0.113.9')
  expect(at('::1', 'not an address', 'loopback')).toBe('::1')
  expect(at('10.0.0.2', '198.51.100.1, 203.0.113.9, 10.0.0.1', '10.0.0.0/8')).toBe('203.0.113.9')
  expect(at('192.0.2.1', '203.0.113.9', '10.0.0.0/8, 192.0.2.2')).toBe('192.0.2.1')
  expect(at('127.0.0.1', '203.0.113.9:4711', 'loopback')).toBe('203.0.113.9')
  expect(at('127.0.0.1', '[2001:db8::7]:4711', 'loopback')).toBe('2001:db8::7')
})

test('a number of proxies is counted from us', () => {
  const forwarded = '198.51.100.1, 203.0.113.9, 10.0.0.1'
  expect(['0', '1', '2', '3', '9'].map(hops => at('10.0.0.2', forwarded, hops))).toEqual([
    '10.0.0.2',
    '10.0.0.1',
    '203.0.113.9',
    '198.51.100.1',
    '198.51.100.1',
  ])
})

test('a setting that cannot be read is refused in a sentence', () => {
  for (const text of ['yes', '10.0.0.0/33', '10.0.0/8', '::1/129', 'loopback,x', 'constructor', '1,2', '10.0.0.0/8/8', '-1'])
    expect(() => trustProxyFrom(text)).toThrow('TRUST_PROXY')
})

test('whoever has a network of IPv6 is counted as one', () => {
  const addresses = ['203.0.113.9', '2001:db8:0:1::7', '2001:0db8:0000:0001:9999:8888:7777:6666', '2001:db8::1', '::1']
  expect(addresses.map(clientNetwork)).toEqual([
    '203.0.113.9',
    '2001:db8:0:1::/64',
    '2001:db8:0:1::/64',
    '2001:db8:0:0::/64',
    '0:0:0:0::/64',
  ])
})
