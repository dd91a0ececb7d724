// One dynamic resource, declared the way this package declares its own: with a __provider text of its own.
// Creating it takes all three programs of the engine.
const pulumi = require("@pulumi/pulumi");

const provider = 'exports.handler=()=>({create:async(inputs)=>({id:"proof",outs:inputs})})';

class Proof extends pulumi.CustomResource {
  constructor(name) {
    super("pulumi-nodejs:dynamic/engine:Proof", name, { __provider: provider });
  }
}

new Proof("proof");
