//! Which file goes before which.

use super::*;

#[test]
fn the_users_value_goes_before_the_computers_unless_it_is_locked() {
    let desk = Desk::with(
        "locked = ['data_folder', 'scanner']\ndata_folder = '''D:\\all'''\ndesk = 'all'\n\
         library = 'all'\n[scanner]\nend = 'pause'\n[item]\nlengths = 14\n",
        "data_folder = 'D:\\own'\nlibrary = 'own'\n[scanner]\nend = 'enter-or-tab'\n\
         prefix = '#'\n[item]\ncheck_digit = 'luhn'\n",
    );
    let loaded = desk.load();
    let settings = &loaded.settings;
    assert_eq!(settings.data_folder.as_deref(), Some(Path::new("D:\\all")));
    assert_eq!(settings.desk_name(), "all");
    assert_eq!(settings.library.as_deref(), Some("own"));
    assert_eq!((settings.scanner.end, settings.scanner.prefix.as_str()), (ScanEnd::Pause, ""));
    assert_eq!(settings.item.lengths, [14..=14]);
    assert_eq!(settings.item.check_digit, CheckChoice::Luhn);

    let locked = Fault {
        path: desk.user(),
        place: Some(Place { line: 5, column: 1 }),
        kind: FaultKind::Locked { key: Key::ScannerPrefix },
    };
    assert!(loaded.faults.contains(&locked));
    assert_eq!(
        told(&loaded.faults),
        [
            "settings.toml:1:1: data_folder is locked by the settings of this computer",
            "settings.toml:4:1: scanner.end is locked by the settings of this computer",
            "settings.toml:5:1: scanner.prefix is locked by the settings of this computer",
        ]
    );

    assert_eq!(loaded.origin(Key::DataFolder), Origin::Machine(desk.machine()));
    assert_eq!(loaded.origin(Key::Library), Origin::User(desk.user()));
    assert_eq!(loaded.origin(Key::ScannerPrefix), Origin::Default);
    assert_eq!(loaded.value(Key::ScannerPrefix), text(""));
    assert_eq!(loaded.locked_by(Key::ScannerPause), Some(desk.machine().as_path()));
    assert_eq!(loaded.locked_by(Key::ItemLengths), None);
}

#[test]
fn an_empty_value_of_the_user_says_that_there_is_none() {
    let desk = Desk::with(
        "desk = 'all'\ndata_folder = 'D:\\all'\nlanguage = 'fr'\n[item]\nlengths = 14\n",
        "desk = ' '\ndata_folder = ''\nlanguage = 'system'\n[item]\nlengths = []\n",
    );
    let loaded = desk.load();
    assert_eq!(told(&loaded.faults), [""; 0]);
    assert_eq!(loaded.settings, Settings::default());
}

#[test]
fn nought_switches_a_watch_off() {
    let desk = Desk::with("[watch]\nidle_seconds = 30\n", "watch.double_scan_minutes = 0\n");
    let watch = desk.load().settings.watch;
    assert_eq!((watch.idle_seconds, watch.double_scan_minutes), (Some(30), None));
}

#[test]
fn files_of_the_versions_before_still_say_the_same() {
    // What the setup program writes, and what README said.
    let desk = Desk::with(
        "data_folder = '''D:\\Théo's données\\files'''\r\nlanguage = \"fr\"\r\n",
        "\u{feff}desk = 'Accueil'      # for the names of batches\r\nkeep_uploaded_days = 30\r\n",
    );
    let loaded = desk.load();
    assert_eq!(told(&loaded.faults), [""; 0]);
    let settings = loaded.settings;
    assert_eq!(settings.data_folder.as_deref(), Some(Path::new("D:\\Théo's données\\files")));
    assert_eq!((settings.desk_name().as_str(), settings.keep_uploaded_days), ("Accueil", 30));
    assert_eq!(settings.language.as_deref(), Some("fr"));
}

#[test]
fn without_files_everything_is_as_usual_and_nothing_is_told() {
    let desk = Desk::new();
    for files in [desk.files(), Files::default()] {
        let loaded = load_from(files, rule);
        assert_eq!((loaded.settings, loaded.faults.len()), (Settings::default(), 0));
    }
}

#[test]
fn a_portable_program_knows_only_the_file_beside_it() {
    let desk = Desk::with("", "desk = 'stick'\nlocked = ['desk']\n");
    let program = desk.path("offcirc.exe");
    assert_eq!(files::folder_of_portable(&program), None);
    fs::write(desk.path("portable.txt"), "").unwrap();
    assert_eq!(files::folder_of_portable(&program), Some(desk.folder.path()));
    let files = Files::portable(desk.folder.path());
    assert_eq!(files, Files { machine: None, user: Some(desk.user()) });
    let mut loaded = load_from(files, rule);
    assert_eq!(loaded.settings.desk_name(), "stick");
    assert_eq!(
        told(&loaded.faults),
        ["settings.toml:2:1: only the settings of the computer can lock settings"]
    );
    loaded.set(Key::Desk, Some(text("other"))).unwrap();
    assert_eq!(desk.user_text(), "desk = \"other\"\nlocked = ['desk']\n");
}

#[test]
fn the_files_are_where_they_always_were() {
    let files = Files::here();
    let user = files.user.unwrap();
    assert_eq!(user.file_name().unwrap(), "settings.toml");
    if cfg!(target_os = "linux") {
        assert_eq!(files.machine, Some(PathBuf::from("/etc/offcirc/settings.toml")));
        assert!(user.ends_with("offcirc/settings.toml"), "{}", user.display());
    }
}
