//! What the compiler can't know by itself: when the program was built, and, for Windows, the
//! icon, version block and manifest of the two programs.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The programs, and what a person reads about them in Windows' file properties.
const PROGRAMS: [(&str, &str); 2] = [
    ("offcirc", "Offline circulation for Alma libraries"),
    ("offcirc-cli", "Offline circulation for Alma libraries (command line)"),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=assets/icon/offcirc.ico");
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo::rustc-env=OFFCIRC_BUILD_TIME={}", build_time());

    let folder = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(folder.join("languages.rs"), languages()?)?;
    if env::var("CARGO_CFG_TARGET_OS")? == "windows" {
        let manifest = folder.join("offcirc.manifest");
        fs::write(&manifest, MANIFEST)?;
        for (name, description) in PROGRAMS {
            let script = folder.join(format!("{name}.rc"));
            fs::write(&script, resources(name, description, &manifest)?)?;
            // Needs windres of mingw-w64, llvm-rc, or the Windows SDK's compiler.
            embed_resource::compile_for(&script, [name], embed_resource::NONE)
                .manifest_required()?;
        }
    }
    Ok(())
}

/// Seconds since 1970: a desk clock behind this is surely wrong.
fn build_time() -> u64 {
    if let Some(fixed) = env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok()) {
        return fixed;
    }
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}

/// All that is said, by language, as it lies in the folders: a language is there when its file is.
fn languages() -> Result<String, Box<dyn Error>> {
    let mut locales = named("assets/locales", "ftl", "include_str!")?;
    // The others fall back to English.
    locales.sort_by_key(|(code, _)| code != "en");
    let mut pages = Vec::new();
    for (code, _) in &locales {
        let folder = format!("assets/help/{code}");
        if Path::new(&folder).is_dir() {
            let found = named(&folder, "md", "include_str!")?;
            pages.extend(found.into_iter().map(|(name, page)| (format!("{code}/{name}"), page)));
        }
    }
    let pictures = named("assets/help/pictures", "png", "include_bytes!")?;
    let mut all = String::new();
    for (what, kind, entries) in [
        ("/// The file of each language. English is the first.\npub const FILES", "str", locales),
        ("/// The pages of the help: `en/lending`, and its text.\npub const PAGES", "str", pages),
        (
            "/// The pictures of the help: `en-held`, and the bytes of its file.\npub const PICTURES",
            "[u8]",
            pictures,
        ),
    ] {
        writeln!(all, "{what}: &[(&str, &{kind})] = &[")?;
        for (name, bytes) in entries {
            writeln!(all, "    ({name:?}, {bytes}),")?;
        }
        all.push_str("];\n");
    }
    Ok(all)
}

/// The files of a folder with this end, by name, and how the compiler includes each.
fn named(folder: &str, end: &str, how: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={folder}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = root.join(folder).join(entry?.file_name());
        if path.extension().is_some_and(|one| one == end) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            found.push((name, format!("{how}({:?})", path.display().to_string())));
        }
    }
    found.sort();
    Ok(found)
}

/// The resource script of one program.
fn resources(name: &str, description: &str, manifest: &Path) -> Result<String, Box<dyn Error>> {
    let version = env::var("CARGO_PKG_VERSION")?;
    let numbers = format!(
        "{},{},{},0",
        env::var("CARGO_PKG_VERSION_MAJOR")?,
        env::var("CARGO_PKG_VERSION_MINOR")?,
        env::var("CARGO_PKG_VERSION_PATCH")?
    );
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let icon = quoted(&root.join("assets/icon/offcirc.ico"));
    let manifest = quoted(manifest);

    // 24 is RT_MANIFEST; 1 its name in a program. 0409 04B0 is US English in Unicode, which
    // Windows shows whatever its own language is.
    let mut script = format!(
        "#pragma code_page(65001)\n\
         1 ICON {icon}\n\
         1 24 {manifest}\n\
         1 VERSIONINFO\n\
         FILEVERSION {numbers}\n\
         PRODUCTVERSION {numbers}\n\
         FILEOS 0x40004\n\
         FILETYPE 1\n\
         BEGIN\n BLOCK \"StringFileInfo\"\n BEGIN\n  BLOCK \"040904B0\"\n  BEGIN\n"
    );
    for (key, value) in [
        ("CompanyName", "OffCirc project"),
        ("FileDescription", description),
        ("FileVersion", &version),
        ("InternalName", name),
        ("LegalCopyright", "MIT licence"),
        ("OriginalFilename", &format!("{name}.exe")),
        ("ProductName", "OffCirc"),
        ("ProductVersion", &version),
    ] {
        writeln!(script, "   VALUE \"{key}\", \"{value}\"")?;
    }
    script.push_str(
        "  END\n END\n BLOCK \"VarFileInfo\"\n BEGIN\n  VALUE \"Translation\", 0x0409, 0x04B0\n END\nEND\n",
    );
    Ok(script)
}

/// A path as a string of a resource script.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().replace('\\', "\\\\"))
}

/// What Windows should know before it starts the program: it scales by itself on each monitor,
/// takes long paths and UTF-8, needs no administrator, and wants today's controls in its dialogs.
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <assemblyIdentity type="win32" name="OffCirc" version="1.0.0.0" processorArchitecture="*"/>
  <description>Offline circulation for Alma libraries</description>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
        processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
    </dependentAssembly>
  </dependency>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <!-- Windows 10 and 11 -->
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2, PerMonitor</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
    </windowsSettings>
  </application>
</assembly>
"#;
