import type { Plugin } from 'vite'
export function browserModules(): Plugin
