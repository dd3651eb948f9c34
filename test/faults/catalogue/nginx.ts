import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { issueCertificates } from "../../../tools/lib/certificates.mjs";
import { freePort, startProgram } from "../child.ts";
import { assetIdOf, type Fault, type OpenScene, type Scene } from "../fault.ts";
import { KEY_NAME, keyOf } from "../plays.ts";
import { leadTo, newWorld } from "../world.ts";

const DISPOSITION = `add_header Content-Disposition 'attachment; filename="${KEY_NAME}"' always;`;
const status = { failed: "http-status", exit: 4 } as const;
const html = { failed: "answer-html", exit: 6 } as const;

/** What a location of nginx does, in its own words. */
const cases: readonly (readonly [Fault, string])[] = [
  [{ name: "its own page: 403", shows: status }, "return 403;"],
  [{ name: "its own page: 404", shows: status }, "try_files /none =404;"],
  [{ name: "its own page: 503", shows: status }, "return 503;"],
  [{ name: "its own page: 502, nothing behind it", shows: status }, "proxy_pass http://127.0.0.1:1;"],
  [{ name: "its own page: 500, rewritten in a circle", shows: status }, "rewrite ^ $uri last;"],
  [{ name: "204", shows: status }, "return 204;"],
  [{ name: "hangs up without a word (444)", shows: { failed: "net-reset", exit: 4 } }, "return 444;"],
  [{ name: "redirect to http", shows: { failed: "redirect-refused", exit: 4 } }, "return 301 http://$host/x;"],
  [
    { name: "a login page with the key's name", shows: html },
    `${DISPOSITION} return 200 "<html><form>Sign in</form></html>";`,
  ],
  [
    { name: "a page that it would compress", shows: html },
    "gzip on; gzip_min_length 1; root .; try_files /long.html =404;",
  ],
  [{ name: "a picture", shows: { failed: "answer-not-a-key", exit: 6 } }, "empty_gif;"],
  [
    { name: "an empty file", shows: { failed: "answer-empty", exit: 6 } },
    `${DISPOSITION} root .; try_files /empty =404;`,
  ],
  [
    { name: "a key, slowly, and compressed only for those that want it", shows: { key: KEY_NAME } },
    `${DISPOSITION} gzip on; gzip_types *; gzip_min_length 1; limit_rate 1k; root .; try_files /key =404;`,
  ],
];

const words = new Map(cases);

/** A real web server, with its own way to say each thing. */
export const nginx: Scene = {
  title: "nginx",
  faults: cases.map(([fault]) => fault),
  open: async (faults): Promise<OpenScene> => {
    const { ca, key, cert } = await issueCertificates();
    const world = await newWorld(ca);
    const port = await freePort();
    const folder = join(world.folder, "nginx");
    await mkdir(folder);
    const files = {
      "key.pem": key,
      "cert.pem": cert,
      key: keyOf(assetIdOf(0)),
      empty: "",
      "long.html": `<html>${"long ".repeat(999)}`,
    };
    await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
    await writeFile(join(folder, "nginx.conf"), configuration(port, faults));
    const server = await startProgram("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], port);
    return {
      place: world.place(leadTo(port)),
      asked: async () => (await readFile(join(folder, "asked.log"), "utf8")).trim().split("\n"),
      close: async () => {
        await server.close();
        await world.close();
      },
    };
  },
};

/** The query's asset ID chooses a location; each request has one line in the log, written when it ends. */
function configuration(port: number, faults: readonly Fault[]): string {
  const choices = faults.map((_, index) => `if ($arg_siteid = ${assetIdOf(index)}) { rewrite ^ /${index} last; }`);
  const locations = faults.map((fault, index) => `location = /${index} { internal; ${words.get(fault) ?? ""} }`);
  return `daemon off; master_process off; pid nginx.pid; error_log stderr crit;
events {}
http {
  log_format asked '$arg_siteid';
  access_log asked.log asked;
  default_type application/octet-stream;
  types { text/html html; }
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate cert.pem; ssl_certificate_key key.pem;
    location = /alas/activate { ${choices.join("\n")} }
    ${locations.join("\n    ")}
  }
}
`;
}
