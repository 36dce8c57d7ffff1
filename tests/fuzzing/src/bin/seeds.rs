//! `seeds FOLDER`: writes the fixtures that a target starts from into FOLDER/<target>.

use p2s_fuzzing::Target;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).unwrap_or_else(|| "seeds".into());
    let cases = p2s_fixtures::cases();
    for target in Target::ALL {
        let folder = Path::new(&folder).join(target.name());
        std::fs::create_dir_all(&folder)?;
        for case in cases.iter().filter(|case| target.wants(&case.path)) {
            std::fs::write(folder.join(case.path.replace('/', "-")), &case.bytes)?;
        }
    }
    Ok(())
}
