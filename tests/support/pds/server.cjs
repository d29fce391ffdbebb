// A real Bluesky PDS with a real PLC directory (operations in memory), both on 127.0.0.1 only.
// ADVOCACY_PDS_DIR: folder whose node_modules hold @atproto/pds and @did-plc/server.
// PDS_PORT, PLC_PORT: free ports. PDS_DATA_DIRECTORY: an empty folder. PDS_JWT_SECRET: fixed, so
// that a test can make a token that has run out.
'use strict'
const fs = require('fs')
const net = require('net')
const path = require('path')
const { createRequire } = require('module')
const { randomBytes } = require('crypto')

const load = createRequire(path.join(process.env.ADVOCACY_PDS_DIR, 'package.json'))

// Both servers listen on every interface and have no setting for it.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== 'number') return listen.call(this, port, ...rest)
  return listen.call(this, port, '127.0.0.1', ...rest.filter((r) => typeof r === 'function'))
}

async function main() {
  const { PDS, envToCfg, envToSecrets, readEnv } = load('@atproto/pds')
  const { Database, PlcServer } = load('@did-plc/server')
  const { PDS_PORT, PLC_PORT, PDS_DATA_DIRECTORY } = process.env
  const plc = PlcServer.create({ db: Database.mock(), port: Number(PLC_PORT) })
  await plc.start()
  const blobs = path.join(PDS_DATA_DIRECTORY, 'blobs')
  fs.mkdirSync(blobs, { recursive: true })
  const settings = {
    PDS_HOSTNAME: 'localhost',
    PDS_DEV_MODE: 'true',
    PDS_SERVICE_HANDLE_DOMAINS: '.test',
    PDS_INVITE_REQUIRED: 'false',
    PDS_BLOBSTORE_DISK_LOCATION: blobs,
    PDS_DID_PLC_URL: `http://127.0.0.1:${PLC_PORT}`,
    PDS_DPOP_SECRET: randomBytes(32).toString('hex'),
    PDS_ADMIN_PASSWORD: randomBytes(16).toString('hex'),
    PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: randomBytes(32).toString('hex'),
    PDS_DISABLE_SSRF_PROTECTION: 'true',
    PDS_CRAWLERS: '',
  }
  Object.assign(process.env, settings)
  const env = readEnv()
  const pds = await PDS.create(envToCfg(env), envToSecrets(env))
  await pds.start()
  console.log('ready')
  const stop = async () => {
    await pds.destroy()
    await plc.destroy()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.stdin.on('end', stop).resume() // the tests died: die with them
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
