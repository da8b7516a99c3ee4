using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class CommuneConfiguration :
    IEntityTypeConfiguration<Commune>, IEntityTypeConfiguration<PlaceImport>, IEntityTypeConfiguration<PlaceImportBatch>
{
    public void Configure(EntityTypeBuilder<Commune> commune)
    {
        commune.ToTable("communes");
        commune.HasKey(row => row.Code);
        commune.Ignore(row => row.Facts).Ignore(row => row.IsBuiltIn);
        // The gazetteer asks for the highest version every second.
        commune.HasIndex(row => row.Version);
        commune.HasOne<Commune>().WithMany().HasForeignKey(row => row.Parent).OnDelete(DeleteBehavior.Restrict);
        commune.HasOne<Commune>().WithMany().HasForeignKey(row => row.MergedInto).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlaceImport> import)
    {
        import.ToTable("place_imports");
        import.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PlaceImportBatch> batch)
    {
        batch.ToTable("place_import_batches");
        batch.HasKey(row => new { row.ImportId, row.Number });
        batch.Property(row => row.Document).HasColumnType("jsonb");
        batch.HasOne<PlaceImport>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
