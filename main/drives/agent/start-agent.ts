import { portOf } from "./agent-port.ts";
import { endWithParent } from "./end-with-parent.ts";
import { nativeModules } from "./native-modules.ts";
import { runAgent } from "./run-agent.ts";

// A separate process: native code that crashes or hangs here does not affect the app. It opens no file of a stick.
endWithParent(process, Number(process.argv.at(-1)));
runAgent(portOf(process), nativeModules);
