#!/bin/sh
# Installs the programs that the tests drive, where they are missing and the user may install
# them; otherwise says what to install.
set -eu

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v soffice >/dev/null || missing="$missing libreoffice-writer"
command -v pdftoppm >/dev/null || missing="$missing poppler-utils"
if ! command -v tesseract >/dev/null || ! tesseract --list-langs 2>&1 | grep -qx nld; then
    missing="$missing tesseract-ocr tesseract-ocr-nld"
fi
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v npm >/dev/null || missing="$missing npm"
command -v omegat >/dev/null || missing="$missing omegat"

if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        # shellcheck disable=SC2086
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "The tests need programs that are not installed. Install them, for example with:" >&2
        echo "    sudo apt-get install$missing" >&2
        exit 3
    fi
fi

if [ ! -d node_modules/axe-core ] || [ ! -d node_modules/vnu-jar ]; then
    npm ci --silent --no-audit --no-fund
fi
